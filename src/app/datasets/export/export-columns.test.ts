import { describe, expect, it } from 'vitest';
import { exportFieldsOf } from '../../../engine/export/export-rows.ts';
import { asTheyCome } from '../../table/model/column-preferences.ts';
import { datasetFields } from '../fields.ts';
import { exportedFields } from './export-columns.ts';

const exportFields = exportFieldsOf(datasetFields);

describe('the fields of an export', () => {
  it('are all that the list has, whatever is on screen', () => {
    expect(exportedFields('all', { ...asTheyCome, columnVisibility: { actRunId: false, owner: false } })).toEqual(
      exportFields,
    );
  });

  it('are those of the columns on screen, in their order', () => {
    const preferences = {
      ...asTheyCome,
      columnOrder: ['owner', 'id'],
      columnVisibility: { actRunId: false, actId: false, modifiedAt: false, accessedAt: false },
    };
    expect(exportedFields('visible', preferences)).toEqual([
      'name',
      'title',
      'username',
      'userId',
      'id',
      'itemCount',
      'cleanItemCount',
      'createdAt',
    ]);
  });

  it('cover every column of the table', () => {
    const shown = new Set(exportedFields('visible', asTheyCome));
    expect(exportFields.filter((field) => !shown.has(field))).toEqual(['generalAccess']);
  });
});
