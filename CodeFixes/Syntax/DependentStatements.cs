using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>How far a <c>try</c> has to reach.</summary>
internal static class DependentStatements
{
    /// <summary>
    /// The last statement from <paramref name="first"/> on that has to be inside. What follows stays outside only when it
    /// needs nothing that is declared or written inside: it could be something that was reached through the object.
    /// </summary>
    public static int Last(FixSite site, StatementList list, int first, Func<StatementSyntax, bool> isDependent)
    {
        var end = list.Statements.Count - 1;
        while (end > first && list.Statements[end] is LocalFunctionStatementSyntax)
        {
            end--;
        }

        var last = end;
        while (last > first && !isDependent(list.Statements[last]))
        {
            last--;
        }

        return last == end || NeedsNothingOf(site, list, first, last, end) ? last : end;
    }

    private static bool NeedsNothingOf(FixSite site, StatementList list, int first, int last, int end)
    {
        var inside = site.Model.AnalyzeDataFlow(list.Statements[first], list.Statements[last]);
        if (inside is not { Succeeded: true })
        {
            return false;
        }

        var behind = new HashSet<string>(list.Statements.Skip(last + 1).Take(end - last).SelectMany(statement => statement.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return inside.WrittenInside.Concat(inside.VariablesDeclared).All(variable => !behind.Contains(variable.Name));
    }
}
