/** The two things that a host of the engine must have at hand. */
export interface Assets {
    /** engine.wasm in base64. */
    engine(): Promise<string>;
    /** The worker as one classic script. */
    worker(): Promise<string>;
}
/** Says where from. Called once by each entry point, before anything is checked. */
export declare function provideAssets(from: Assets): void;
/** The compiled engine; compiled at the first call and kept. */
export declare function engineModule(): Promise<WebAssembly.Module>;
/** The worker's source text. */
export declare function workerSource(): Promise<string>;
