using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>Calls that acquire and release as many as a number says.</summary>
internal static class BatchWorld
{
    private const string Calls = """

        [TrustedContract] public static class Batch
        {
            public static int Pin(int wanted, [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Item[] items) => 0;
            public static void Unpin([ReleasesRef(Kind = "pin", Count = "count")] Item[] items, int count) { }
            public static void Get([AcquiresRef(Count = "count")] Item item, int count) { }
            public static void Put([ReleasesRef(Count = "count")] Item item, int count) { }
        }
        """;

    /// <summary>Checks the body of a public method.</summary>
    public static Task VerifyBodyAsync(string body) => VerifyMembersAsync("public void M(Item lent, Item[] many, bool a, int n) {\n" + body + "\n}");

    /// <summary>Checks members of a public class.</summary>
    public static Task VerifyMembersAsync(string members) => CountedCode.VerifyAsync("public class C {\n" + members + "\n}" + Calls);
}
