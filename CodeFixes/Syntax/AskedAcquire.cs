using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// <c>page.Get();</c> becomes <c>if (!page.TryGet()) { return; }</c>: where nothing is held, whether there is something to
/// take has to be asked.
/// </summary>
internal static class AskedAcquire
{
    /// <summary>The site with the question in the place of the call; <see langword="null"/> where it is no such call, or none that can be asked.</summary>
    public static async Task<FixSite?> InsteadAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Property(DiagnosticProperties.TakesOne) is null)
        {
            return null;
        }

        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        if (prepared is null || ListedStatement.Of(prepared.Target) is not ExpressionStatementSyntax statement
            || prepared.ObjectName is not { } name
            || ConditionOf(prepared, statement.Expression, name) is not { } condition)
        {
            return null;
        }

        var failure = FailureExit.OfNullTest(statement, name)
            ?? FailureExit.Later(prepared, statement, cancellationToken)
            ?? FailureExit.Throw(prepared, statement, "InvalidOperationException", $"No reference to {name} could be taken.");
        var layout = prepared.Layout(statement);
        var lines = layout.Braced($"if ({condition})", failure.Statement);
        var edit = new SourceEdit();
        if (layout.NeedsBlankLineBehind(statement.Span.End))
        {
            edit.Insert(prepared.Text.Lines.GetLineFromPosition(statement.Span.End).End, layout.NewLine);
        }

        string indentation = layout.IndentationAt(statement.SpanStart);
        edit.Replace(statement.Span, lines[0] + layout.LinesBehind(indentation, lines.Skip(1)));
        return await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    private static string? ConditionOf(FixSite site, ExpressionSyntax call, string name) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } }
            => site.CallOn(DiagnosticProperties.TryAcquireCall, name) is { } asked ? "!" + asked : null,
        ConditionalAccessExpressionSyntax { Expression: IdentifierNameSyntax, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } }
            => site.CallOn(DiagnosticProperties.TryAcquireCall, name + "?") is { } asked ? asked + " == false" : null,
        _ => null,
    };
}
