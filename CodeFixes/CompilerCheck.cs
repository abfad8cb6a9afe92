using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes;

/// <summary>
/// Whether the compiler has nothing to say about a fixed member that it did not say before. This catches what no list
/// of preconditions can: a local that is out of scope, not definitely assigned, perhaps null, code that became unreachable.
/// </summary>
internal static class CompilerCheck
{
    public static bool IsClean(FixSite before, FixSite after, CancellationToken cancellationToken)
    {
        if (before.Target is not { } target)
        {
            return false;
        }

        var span = ChangedMember(target).FullSpan;
        TextSpan? mapped = span;
        foreach (var edit in after.Edits)
        {
            mapped = mapped is { } known ? edit.Map(known) : null;
        }

        return mapped is { } changed && IsSubset(
            Complaints(after.Model, changed, cancellationToken), Complaints(before.Model, span, cancellationToken));
    }

    private static SyntaxNode ChangedMember(SyntaxNode target) =>
        target.AncestorsAndSelf().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
            ?? target.SyntaxTree.GetRoot();

    private static Dictionary<string, int> Complaints(SemanticModel model, TextSpan span, CancellationToken cancellationToken) =>
        model.GetDiagnostics(span, cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(diagnostic => diagnostic.Id)
            .ToDictionary(group => group.Key, group => group.Count());

    private static bool IsSubset(Dictionary<string, int> after, Dictionary<string, int> before) =>
        after.All(complaint => before.TryGetValue(complaint.Key, out var count) && complaint.Value <= count);
}
