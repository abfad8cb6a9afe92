using System.Collections.Generic;

namespace Devmap.Tests.Unit.RealBugs;

/// <summary>The cases whose bug is not reported as marked, and why.</summary>
internal static class NotFoundYet
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["42-suggester-release-on-other-manager.before"] = "a second thread changes the field in between",
        ["44-searcherlifetime-getoradd.before"] = "a second thread adds in between",
    };
}
