using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2005: tests the answer of a conditional acquire, and leaves where it failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UncheckedAcquireFix))]
public sealed class UncheckedAcquireFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that leaves by the answer that the body has for a failure.</summary>
    public const string GuardKey = "Devmap.UncheckedAcquire.Guard";

    /// <summary>Equivalence key of the fix that leaves by an exception.</summary>
    public const string ThrowKey = "Devmap.UncheckedAcquire.Throw";

    /// <summary>Creates the provider.</summary>
    public UncheckedAcquireFix()
        : base(DiagnosticIds.UncheckedAcquire)
    {
    }

    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var fixes = new List<ProposedFix>();
        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        if (prepared?.Target is not { } target || ListedStatement.Of(target) is not { } statement)
        {
            return fixes;
        }

        var acquire = Shorten(site.Target!);
        if (FailureExit.Skip(prepared, statement, cancellationToken) is { } exit)
        {
            var what = exit.Verb == "continue" ? "Go on with the next element" : "Return";
            await AddAsync(exit, $"{what} when '{acquire}' fails", GuardKey).ConfigureAwait(false);
        }

        var thrown = FailureExit.Throw(prepared, statement, "InvalidOperationException", $"No reference to {site.ObjectName ?? "the object"} could be taken.");
        await AddAsync(thrown, $"Throw when '{acquire}' fails", ThrowKey).ConfigureAwait(false);
        return fixes;

        async Task AddAsync(FailureExit failure, string title, string key)
        {
            var edit = new SourceEdit();
            if (Guard(edit, prepared, statement, target, failure, cancellationToken))
            {
                fixes.Add(new ProposedFix(title, key, await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false)));
            }
        }
    }

    private static string Shorten(SyntaxNode acquire) =>
        acquire is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Expression: var called } ? called.ToString() : acquire.ToString();

    private static bool Guard(
        SourceEdit edit, FixSite site, StatementSyntax statement, SyntaxNode acquire, FailureExit failure, CancellationToken cancellationToken)
    {
        var value = acquire.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax ? acquire.Parent : acquire;
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } when variables[0].Initializer?.Value == value:
                return GuardBehind(edit, site, statement, variables[0].Identifier.Text, value, failure, cancellationToken);
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } when assignment.Right == value:
                return assignment.Left is IdentifierNameSyntax { Identifier.ValueText: not "_" } name
                    ? GuardBehind(edit, site, statement, name.Identifier.Text, value, failure, cancellationToken)
                    : assignment.Left is IdentifierNameSyntax && GuardAround(edit, site, statement, value, failure, cancellationToken);
            case ExpressionStatementSyntax expression when expression.Expression == value:
                return GuardAround(edit, site, statement, value, failure, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary><c>bool ok = page.TryGet();</c>: the test stands behind it.</summary>
    private static bool GuardBehind(
        SourceEdit edit, FixSite site, StatementSyntax statement, string name, SyntaxNode value, FailureExit failure, CancellationToken cancellationToken)
    {
        var condition = FailureOf(site, value, name, cancellationToken);
        if (condition is null)
        {
            return false;
        }

        var layout = site.Layout(statement);
        StatementInserter.After(edit, site, statement, SetOff(layout, statement, layout.Braced($"if ({condition})", failure.Statement)));
        return true;
    }

    /// <summary><c>page.TryGet();</c>: the statement becomes the condition; a comment behind it stays on its line.</summary>
    private static bool GuardAround(
        SourceEdit edit, FixSite site, StatementSyntax statement, SyntaxNode value, FailureExit failure, CancellationToken cancellationToken)
    {
        var text = value.ToString();
        var condition = site.Property(DiagnosticProperties.SuccessWhen) is "notnull" or "null" ? null : FailureOf(site, value, text, cancellationToken);
        var at = condition?.IndexOf(text, System.StringComparison.Ordinal) ?? -1;
        if (condition is null || at < 0)
        {
            return false;
        }

        var layout = site.Layout(statement);
        var indentation = layout.IndentationAt(statement.SpanStart);
        var lines = layout.Braced("if (" + condition + ")", failure.Statement);
        edit.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(statement.SpanStart, value.SpanStart), "if (" + condition.Substring(0, at));
        edit.Replace(
            Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(value.Span.End, statement.Span.End),
            condition.Substring(at + text.Length) + ")" + (layout.BracesOnOwnLine ? string.Empty : " {"));
        var line = site.Text.Lines.GetLineFromPosition(statement.Span.End);
        var endsLine = statement.GetLastToken().GetNextToken(includeZeroWidth: true).SpanStart >= line.End;
        edit.Insert(endsLine ? line.End : statement.Span.End, layout.LinesBehind(indentation, SetOff(layout, statement, lines.Skip(1))));
        return true;
    }

    private static IReadOnlyList<string> SetOff(TextLayout layout, StatementSyntax statement, IEnumerable<string> guard)
    {
        var lines = guard.ToList();
        if (layout.NeedsBlankLineBehind(statement.Span.End))
        {
            lines.Add(string.Empty);
        }

        return lines;
    }

    /// <summary>The condition under which the acquire has failed, for an answer that is written <paramref name="answer"/>.</summary>
    private static string? FailureOf(FixSite site, SyntaxNode value, string answer, CancellationToken cancellationToken)
    {
        var type = site.Model.GetTypeInfo(value, cancellationToken).Type;
        return site.Property(DiagnosticProperties.SuccessWhen) switch
        {
            "true" => "!" + (value is AwaitExpressionSyntax && answer == value.ToString() ? $"({answer})" : answer),
            "false" => answer,
            "notnull" => answer + " is null",
            "null" => answer + " != null",
            "zero" => $"{answer} != {ZeroOf(site, type, value)}",
            "nonzero" => $"{answer} == {ZeroOf(site, type, value)}",
            "positive" => answer + " <= 0",
            "nonnegative" => answer + " < 0",
            _ => null,
        };
    }

    private static string ZeroOf(FixSite site, ITypeSymbol? type, SyntaxNode place) =>
        type is { TypeKind: TypeKind.Enum }
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.ConstantValue is 0) is { } none
            ? type.ToMinimalDisplayString(site.Model, place.SpanStart) + "." + none.Name
            : "0";
}
