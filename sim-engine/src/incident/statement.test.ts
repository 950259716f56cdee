import { describe, expect, it } from 'vitest';
import { denseShallowModel } from '../dispersion/dense/model-statements.ts';
import { resolvedModel } from '../dispersion/resolved/model-statement.ts';
import { statementOf } from './statement.ts';

describe('the statement of a cloud', () => {
  it('is that of its only model', () => {
    expect(statementOf([resolvedModel, resolvedModel])).toBe(resolvedModel);
  });

  it('names every model, keeps every weakness, and is no surer than the weakest part', () => {
    const both = statementOf([denseShallowModel, resolvedModel]);
    expect(both.id).toBe(`${denseShallowModel.id}+${resolvedModel.id}`);
    expect(both.weaknesses).toHaveLength(denseShallowModel.weaknesses.length + resolvedModel.weaknesses.length);
    expect(both.band?.factor).toBe(3);
  });
});
