/** How others have taken a node away, and all that they did in that turn. */
const taken = new WeakMap<Node, readonly [how: MutationRecord, all: readonly MutationRecord[]]>();

/**
 * Lets the page live with what a browser's translator or an extension does to its document. React keeps each of its nodes and counts on
 * its place; a translator puts `<font>` elements where texts were, and an extension its own elements around those of the page. That throws
 * where React takes away such a node or puts another one before it, and a text that changes is not seen any more
 * (https://github.com/facebook/react/issues/11538). So what was done to a node's place is undone when React next does something with the
 * node, and not before: till then the page is as the reader has it.
 */
export function withstandMovedNodes(): void {
  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode !== this) putBack(child);
    if (child.parentNode) removeChild.call(child.parentNode, child);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(this: Node, child: Child, next: Node | null): Child {
    if (child.parentNode !== this) putBack(child);
    if (next && next.parentNode !== this) putBack(next);
    insertBefore.call(this, child, next?.parentNode === this ? next : null);
    return child;
  };
  Object.defineProperty(Text.prototype, 'nodeValue', {
    ...Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue'),
    set(this: Text, text: string) {
      if (!this.parentNode) putBack(this);
      this.data = text;
    },
  });
  new MutationObserver(note).observe(document, { childList: true, subtree: true });
}

/** Remembers texts that were taken out, and elements that stand elsewhere now; what is gone as a whole is nowhere to be put back. */
function note(records: readonly MutationRecord[]): void {
  for (const record of records) {
    for (const node of record.removedNodes) {
      if (node.parentNode !== record.target && (node instanceof Text || node.isConnected)) {
        taken.set(node, [record, records]);
      }
    }
  }
}

/** Puts a node back to where it was taken from, and takes away what was put there instead: what was done last is undone first. */
function putBack(node: Node): void {
  const [how, all = []] = taken.get(node) ?? [];
  taken.delete(node);
  for (const record of all.toReversed()) if (record.target === how?.target) undo(record);
}

function undo({ target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
  for (const added of addedNodes) {
    // Others may have put something in the place of that since.
    if (added.parentNode !== target) putBack(added);
    (added as ChildNode).remove();
  }
  const next = [nextSibling, previousSibling?.nextSibling].find((node) => node?.parentNode === target);
  if (next) (next as ChildNode).before(...removedNodes);
  else (target as Element).append(...removedNodes);
}
