/**
 * What may be wanted when it can no longer be loaded: words for a server that is gone, and how a load stands that keeps all connections
 * busy. Loaded once the page works.
 */
import './load-note.tsx';
import './request-notes.tsx';
