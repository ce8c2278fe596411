/** What stands at a pointer; undefined when nothing does. */
export declare function valueAt(root: unknown, pointer: string): unknown;
/** A copy with another value at a pointer; what is not on the way there is shared. '' and undefined take it away. */
export declare function withValueAt<T>(root: T, pointer: string, value: unknown): T;
/** Is `inner` the same place as `outer`, or inside it? */
export declare function isWithin(inner: string, outer: string): boolean;
