export declare const privacyWords: {
    title: string;
    intro: string;
    cannotTitle: string;
    cannot: string[];
    engineTitle: string;
    engine: (imports: number) => string;
    engineWaiting: string;
    policyTitle: string;
    policyMissing: string;
    limitsTitle: string;
    limits: string[];
    checkTitle: string;
    check: string[];
};
