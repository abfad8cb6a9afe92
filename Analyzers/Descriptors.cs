using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers;

/// <summary>What every rule is called, and what it says.</summary>
internal static class Descriptors
{
    private const string DevmapCategory = "Devmap";
    private const string ReferenceCategory = "ReferenceCounting";
    private const string ContractCategory = "Contracts";
    private const string ConfigurationCategory = "Configuration";
    private const string HelpLinkBase = "https://github.com/DevmapAnalyzers/DevmapAnalyzers/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor UnreferencedPageInstalled = new(
        DiagnosticIds.UnreferencedPageInstalled,
        "A page that holds no reference goes into a page table",
        "'{0}' goes into a page table without a reference: {1}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A page table entry must only ever name a page that somebody keeps alive. Install a page while holding a reference on it; the entry then takes one of its own.",
        HelpLinkBase + DiagnosticIds.UnreferencedPageInstalled + ".md");

    public static readonly DiagnosticDescriptor LongTermPinOfFsDax = new(
        DiagnosticIds.LongTermPinOfFsDax,
        "Memory that can be truncated is pinned for long",
        "'{0}' asks for a long-term pin of '{1}', which is {2} memory: {3}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The pages of a file on FS-DAX are the storage itself. They cannot be detached from the file, so truncate would have to wait for the pin for ever; such pins are refused.",
        HelpLinkBase + DiagnosticIds.LongTermPinOfFsDax + ".md");

    public static readonly DiagnosticDescriptor MissingPgMapReference = new(
        DiagnosticIds.MissingPgMapReference,
        "A device page is touched with neither a page reference nor a live pgmap reference",
        "'{0}' touches '{1}', which nothing keeps: {2}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A page that was looked up by its frame number can vanish with its device. Hold a reference on the page, or on its pgmap, for as long as the page is touched.",
        HelpLinkBase + DiagnosticIds.MissingPgMapReference + ".md");

    public static readonly DiagnosticDescriptor PageMappedByPfn = new(
        DiagnosticIds.PageMappedByPfn,
        "Memory that has struct pages is mapped by its frame number",
        "'{0}' maps '{1}', which has a struct page, by its frame number: {2}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An entry that is made from a frame number is special: it holds no reference, and nothing that counts pages finds the page behind it. It is for memory without struct pages; a page goes in by InsertPage, as itself.",
        HelpLinkBase + DiagnosticIds.PageMappedByPfn + ".md");

    public static readonly DiagnosticDescriptor PgMapRemovedWhileMapped = new(
        DiagnosticIds.PgMapRemovedWhileMapped,
        "A device range is taken away while mappings of it are not shot down",
        "'{0}' takes memory away that may still be mapped: {1}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Page-table entries outlive the range that they show. Kill the device, so that no fault brings a page back, take its mappings away, let those who hold its pages finish, and remove the range last.",
        HelpLinkBase + DiagnosticIds.PgMapRemovedWhileMapped + ".md");

    public static readonly DiagnosticDescriptor IdleTestByMagicCount = new(
        DiagnosticIds.IdleTestByMagicCount,
        "A count of 1 is taken for an idle page",
        "'{0}' takes a count of 1 for idle: {1}",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What an idle page counts depends on the kernel and on the memory: 1 once, 0 today. A count of 1 may be an idle page, a mapping, or the last holder. Ask the page whether it is idle.",
        HelpLinkBase + DiagnosticIds.IdleTestByMagicCount + ".md");

    public static readonly DiagnosticDescriptor MissingFailureNotification = new(
        DiagnosticIds.MissingFailureNotification,
        "A DAX holder cannot be told that its device is gone",
        "'{0}' {1}: its mappings and pages outlive the device",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The holder of a DAX device, a filesystem, is told when memory fails and before the device goes, so that it can take its mappings away. One that does nothing then is not told at all.",
        HelpLinkBase + DiagnosticIds.MissingFailureNotification + ".md");

    public static readonly DiagnosticDescriptor LruOfDevicePage = new(
        DiagnosticIds.LruOfDevicePage,
        "A device page is put on a list of pages",
        "'{0}' writes the lru words of '{1}', a device page: its pgmap is there",
        DevmapCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "In a device page the pgmap, and the word of its driver, lie where the list words of other pages are. A device page is never on a list of pages; who needs one keeps it elsewhere.",
        HelpLinkBase + DiagnosticIds.LruOfDevicePage + ".md");

    public static readonly DiagnosticDescriptor LeakedReference = new(
        DiagnosticIds.LeakedReference,
        "A reference is still held where its last holder ends",
        "{0} is never given up: {1}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Every reference that a body acquires must be given up, returned or handed over on every path, or the object stays alive for ever.",
        HelpLinkBase + DiagnosticIds.LeakedReference + ".md");

    public static readonly DiagnosticDescriptor ReleasedTooOften = new(
        DiagnosticIds.ReleasedTooOften,
        "A reference is released more often than it is held",
        "'{0}' gives up a {1}reference on '{2}' that is not held here: {3}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A release without a reference of one's own gives up somebody else's: the object dies while it is in use.",
        HelpLinkBase + DiagnosticIds.ReleasedTooOften + ".md");

    public static readonly DiagnosticDescriptor UsedAfterRelease = new(
        DiagnosticIds.UsedAfterRelease,
        "An object is used after its last reference was given up",
        "'{0}' is used after its last reference was given up: {1}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Once the last reference is gone the object may be freed or reused for something else.",
        HelpLinkBase + DiagnosticIds.UsedAfterRelease + ".md");

    public static readonly DiagnosticDescriptor ReleasedByWrongFunction = new(
        DiagnosticIds.ReleasedByWrongFunction,
        "A reference is given up by the wrong function",
        "'{0}' is not how '{1}' is given up: {2}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Every kind of reference has its own counter, and every block its own owner. What is given up by the function of another leaks here and is missing there.",
        HelpLinkBase + DiagnosticIds.ReleasedByWrongFunction + ".md");

    public static readonly DiagnosticDescriptor UncheckedAcquire = new(
        DiagnosticIds.UncheckedAcquire,
        "The answer of a conditional acquire is ignored",
        "The answer of '{0}' is not checked: where it is {1}, no {2}reference on '{3}' was acquired",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A conditional acquire may fail. What follows is right only where it succeeded.",
        HelpLinkBase + DiagnosticIds.UncheckedAcquire + ".md");

    public static readonly DiagnosticDescriptor ReleaseCountMismatch = new(
        DiagnosticIds.ReleaseCountMismatch,
        "Another number of references is given up than was obtained",
        "'{0}' gives up '{1}' {2}references on '{3}', {4}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A counted acquire may obtain fewer than it was asked for, or none. Exactly as many must be given up.",
        HelpLinkBase + DiagnosticIds.ReleaseCountMismatch + ".md");

    public static readonly DiagnosticDescriptor OwnedFieldNotReleased = new(
        DiagnosticIds.OwnedFieldNotReleased,
        "A type does not give up what its field owns",
        "The {0}reference that '{1}' owns is not given up: {2}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What an [OwnedRef] field holds must be given up by the release of its type, on every path on which the field may hold something.",
        HelpLinkBase + DiagnosticIds.OwnedFieldNotReleased + ".md");

    public static readonly DiagnosticDescriptor PublishedBeforeAcquired = new(
        DiagnosticIds.PublishedBeforeAcquired,
        "An object is visible to others before its reference was taken",
        "'{0}' can be seen through '{1}' before the {2}reference that keeps it there was taken: {3}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever finds the object in between may release a reference that does not exist yet. Take the reference first, and publish the object last.",
        HelpLinkBase + DiagnosticIds.PublishedBeforeAcquired + ".md");

    public static readonly DiagnosticDescriptor MissingReference = new(
        DiagnosticIds.MissingReference,
        "A call that requires a reference is made on an object that holds none",
        "'{0}' requires that {1} a {2}reference on '{3}': {4}",
        ReferenceCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An object that nothing holds can be freed while the call is at work. Take a reference before the call and give it up behind it.",
        HelpLinkBase + DiagnosticIds.MissingReference + ".md");

    public static readonly DiagnosticDescriptor InvalidContract = new(
        DiagnosticIds.InvalidContract,
        "A contract contradicts another one, is out of place, or cannot be read",
        "The contract is not in force: {0}",
        ContractCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A contract that is not in force protects nobody, and nobody notices: what it was to find is not looked for.",
        HelpLinkBase + DiagnosticIds.InvalidContract + ".md");

    public static readonly DiagnosticDescriptor ContractNotHonoured = new(
        DiagnosticIds.ContractNotHonoured,
        "A body does not do what its contract says",
        "'{0}' does not do what its contract says: {1}",
        ContractCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Callers count by the contract. A body that takes, gives up or hands out something else on some path makes every one of them wrong.",
        HelpLinkBase + DiagnosticIds.ContractNotHonoured + ".md");

    public static readonly DiagnosticDescriptor ContractWeakenedByOverride = new(
        DiagnosticIds.ContractWeakenedByOverride,
        "An override or implementation promises less than what it stands for",
        "'{0}' promises less than '{1}': {2}",
        ContractCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Who calls a base or an interface counts by the contract that is written there, and never sees the other one.",
        HelpLinkBase + DiagnosticIds.ContractWeakenedByOverride + ".md");

    public static readonly DiagnosticDescriptor ContractMatchesNothing = new(
        DiagnosticIds.ContractMatchesNothing,
        "An entry of a contract file has no symbol behind it",
        "'{0}' matches nothing: {1}",
        ContractCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The type that the entry names is referenced and has no such member: it was misspelled, or has changed since.",
        HelpLinkBase + DiagnosticIds.ContractMatchesNothing + ".md");

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption,
        "An option does not exist, or cannot have its value",
        "'{0} = {1}' is ignored: {2}",
        ConfigurationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is configured and not understood is ignored, and the default holds: that is seldom what was meant.",
        HelpLinkBase + DiagnosticIds.InvalidOption + ".md",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotAnalysed = new(
        DiagnosticIds.NotAnalysed,
        "Code is not analysed",
        "{0} is not analysed: {1}",
        ConfigurationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Where the analysis cannot know it is silent. With devmap_strict = true it says where, and why.",
        HelpLinkBase + DiagnosticIds.NotAnalysed + ".md");

    public static readonly DiagnosticDescriptor ContractCanBeDeclared = new(
        DiagnosticIds.ContractCanBeDeclared,
        "A body shows a contract that is not written down",
        "The body of '{0}' shows a contract that is not written down: {1}",
        ContractCategory,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "What the body does to the references of its callers is known inside this project only. Written down, it is verified, and callers elsewhere know it, too.",
        HelpLinkBase + DiagnosticIds.ContractCanBeDeclared + ".md");

    public static readonly DiagnosticDescriptor UndescribedCounting = new(
        DiagnosticIds.UndescribedCounting,
        "A method that counts by its name has no contract",
        "'{0}' counts by its name, and no contract says what: {1}",
        ContractCategory,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "Of a method without contract nothing is known, so that no mistake is found in the code that calls it. A contract file says it of code that cannot be changed.",
        HelpLinkBase + DiagnosticIds.UndescribedCounting + ".md");
}
