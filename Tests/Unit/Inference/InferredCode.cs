using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;

namespace Devmap.Tests.Unit.Inference;

/// <summary>A public method that leaves its counting to helpers which say nothing.</summary>
internal static class InferredCode
{
    /// <param name="helpers">Members of the class without contracts.</param>
    /// <param name="body">The statements of a public method <c>M(Item lent, bool a, int n)</c> beside them.</param>
    public static Task VerifyAsync(string helpers, string body) =>
        CountedCode.VerifyMembersAsync(helpers + "\npublic void M(Item lent, bool a, int n) {\n" + body + "\n}");
}
