import type { Need } from '../need.ts';
import type { CollectedField, Occurrence } from './collect-fields.ts';

/** A field of a document whose arguments matter. */
export interface Place {
  readonly field: CollectedField['field'];
  readonly node: Occurrence['node'];
  readonly need: Need;
}

/**
 * The places of a document, each found again by what stands there: not every request reads all of them, since one
 * that is wrong hides those below it, and ids decide which types are read.
 */
export class Places {
  readonly all: Place[] = [];
  readonly #known = new Map<Place['node'], Map<Place['field'], number>>();

  indexOf(place: Place): number {
    const { node, field } = place;
    const fields = this.#known.get(node) ?? new Map<Place['field'], number>();
    this.#known.set(node, fields);
    const known = fields.get(field);
    if (known !== undefined) return known;
    const index = this.all.push(place) - 1;
    fields.set(field, index);
    return index;
  }
}
