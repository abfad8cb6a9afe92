using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Baselines;

/// <summary>
/// What tells a report from others wherever its line has moved to: the rule, the member, and what the message is about. A
/// member that is renamed is new code.
/// </summary>
internal static class Fingerprint
{
    /// <param name="rule">Its id.</param>
    /// <param name="within">The member, or the lambda or local function in it.</param>
    /// <param name="kind">The kind of reference.</param>
    /// <param name="name">What the user calls the object.</param>
    public static string Of(string rule, ISymbol within, string kind, string name)
    {
        ISymbol member = within;
        while (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            member = member.ContainingSymbol;
        }

        // An object without a name is called by its expression, which may go over lines.
        string oneLine = string.Join(" ", name.Split(new[] { ' ', '\t', '\r', '\n' }, System.StringSplitOptions.RemoveEmptyEntries));
        return $"{rule} {member.GetDocumentationCommentId()} {kind} {oneLine.Replace('"', '\'').Replace('\\', '/').Replace(';', ',')}";
    }
}
