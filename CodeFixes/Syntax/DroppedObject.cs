using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Gives a name to an object that was acquired in the middle of an expression, so that it can be released after the statement.</summary>
internal static class DroppedObject
{
    /// <summary>
    /// The site with the release in it, and the new name; <see langword="null"/> where naming would change when or whether
    /// the object is acquired, or where nothing uses it.
    /// </summary>
    public static async Task<(FixSite Site, string Name)?> ReleaseAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target is not ExpressionSyntax acquire || ListedStatement.Of(acquire) is not { } statement
            || acquire.Parent is ExpressionStatementSyntax or AwaitExpressionSyntax
            || site.Model.GetTypeInfo(acquire, cancellationToken) is not { Type: INamedTypeSymbol type, Nullability.FlowState: not NullableFlowState.MaybeNull }
            || !IsEvaluatedFirst(statement, acquire))
        {
            return null;
        }

        var name = LocalNames.For(site.Model, acquire, type);
        if (site.CallOn(DiagnosticProperties.ReleaseCall, name) is not { } release)
        {
            return null;
        }

        var edit = new SourceEdit();
        var lines = new List<string> { $"var {name} = {acquire};" };
        var isDone = statement switch
        {
            ReturnStatementSyntax { Expression: { } value } => ReleaseBeforeReturn(value),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } => ReleaseAfter(),
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration when IsIndependent(site, declaration, cancellationToken) => ReleaseAfter(),
            _ => false,
        };
        return isDone ? (await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false), name) : null;

        bool ReleaseAfter()
        {
            edit.Replace(acquire.Span, name);
            StatementInserter.After(edit, site, statement, new[] { release + ";" });
            return StatementInserter.Before(edit, site, statement, lines);
        }

        bool ReleaseBeforeReturn(ExpressionSyntax value)
        {
            var kept = new List<string>();
            var whole = new SourceEdit();
            if (value == acquire || !KeptValue.TryKeep(whole, site, statement, value, kept, cancellationToken))
            {
                return false;
            }

            // The local of the value is computed from the new name, not from the call.
            var at = kept[0].LastIndexOf(value.ToString(), System.StringComparison.Ordinal) + acquire.SpanStart - value.SpanStart;
            lines.Add(kept[0].Substring(0, at) + name + kept[0].Substring(at + acquire.Span.Length));
            lines.Add(release + ";");
            edit = whole;
            return StatementInserter.Before(edit, site, statement, lines);
        }
    }

    /// <summary>Whether what the statement declares can outlive the object: plain data, nothing that could be borrowed from it.</summary>
    private static bool IsIndependent(FixSite site, LocalDeclarationStatementSyntax declaration, CancellationToken cancellationToken) =>
        declaration.Declaration.Variables.All(variable => variable.Initializer is { Value: var value }
            && site.Model.GetTypeInfo(value, cancellationToken).Type is { IsRefLikeType: false } type
            && (type.IsValueType || type.SpecialType == SpecialType.System_String));

    /// <summary>Whether nothing that does something runs before the acquire in its statement, and nothing decides whether it runs.</summary>
    private static bool IsEvaluatedFirst(StatementSyntax statement, ExpressionSyntax acquire) =>
        acquire.Ancestors().TakeWhile(node => node != statement).All(node =>
            node is not (ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression }))
        && statement.DescendantNodes().TakeWhile(node => node != acquire)
            .Where(node => !node.Span.Contains(acquire.Span))
            .All(node => node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax));
}
