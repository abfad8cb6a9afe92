using System.Collections.Generic;

namespace Devmap.Tests.Unit.RealBugs;

/// <summary>The cases whose bug is not reported as marked, and why.</summary>
internal static class NotFoundYet
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["04-pkcs12loader-double-dispose.before"] = "what a field owns is not verified",
        ["11-receivemessagefrom-gchandle-overwrite.before"] = "a field that is tested for a reference is not an owned one",
        ["20-valuestringbuilder-trycopyto.before"] = "what a field owns is not verified",
        ["42-suggester-release-on-other-manager.before"] = "a second thread changes the field in between",
        ["44-searcherlifetime-getoradd.before"] = "a second thread adds in between",
        ["65-setadvise-store-without-addref.before"] = "what a field owns is not verified",
        ["79-pool-published-before-count.before"] = "published before acquired",
    };
}
