namespace Devmap.Analyzers;

/// <summary>The id of every rule, under the rule's name.</summary>
public static class DiagnosticIds
{
    public const string UnreferencedPageInstalled = "DVM1001";
    public const string LongTermPinOfFsDax = "DVM1002";
    public const string MissingPgMapReference = "DVM1003";
    public const string PageMappedByPfn = "DVM1004";
    public const string PgMapRemovedWhileMapped = "DVM1005";
    public const string IdleTestByMagicCount = "DVM1006";
    public const string MissingFailureNotification = "DVM1007";
    public const string LruOfDevicePage = "DVM1008";
    public const string LeakedReference = "DVM2001";
    public const string ReleasedTooOften = "DVM2002";
    public const string UsedAfterRelease = "DVM2003";
    public const string ReleasedByWrongFunction = "DVM2004";
    public const string UncheckedAcquire = "DVM2005";
    public const string ReleaseCountMismatch = "DVM2006";
    public const string OwnedFieldNotReleased = "DVM2007";
    public const string PublishedBeforeAcquired = "DVM2008";
    public const string MissingReference = "DVM2009";
    public const string InvalidContract = "DVM3001";
    public const string ContractNotHonoured = "DVM3002";
    public const string ContractWeakenedByOverride = "DVM3003";
    public const string ContractMatchesNothing = "DVM3004";
    public const string ContractCanBeDeclared = "DVM3005";
    public const string InvalidOption = "DVM3006";
    public const string NotAnalysed = "DVM3007";
    public const string UndescribedCounting = "DVM3008";
}
