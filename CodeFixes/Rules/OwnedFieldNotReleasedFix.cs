using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2007: gives up what the field owns, where the release of the type leaves it behind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnedFieldNotReleasedFix))]
public sealed class OwnedFieldNotReleasedFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string ReleaseFieldKey = "Devmap.OwnedFieldNotReleased.ReleaseField";

    /// <summary>Creates the provider.</summary>
    public OwnedFieldNotReleasedFix()
        : base(DiagnosticIds.OwnedFieldNotReleased)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var none = Array.Empty<ProposedFix>();
        if (site.Property(DiagnosticProperties.Slot) is not { } field
            || await WithBlockAsync(site, cancellationToken).ConfigureAwait(false) is not { } prepared
            || ReleaseOf(prepared, field) is not { } release)
        {
            return none;
        }

        var edit = new SourceEdit();
        if (!Insert(edit, prepared, field, release))
        {
            return none;
        }

        var result = await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Release '{field}'", ReleaseFieldKey, result) };
    }

    /// <summary>The body that is to release the field as a block.</summary>
    private static async Task<FixSite?> WithBlockAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (PlaceOf(site)?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        if (method.ExpressionBody is null)
        {
            return method.Body is null ? null : site;
        }

        return ExpressionBody.ToBlock(site, method, cancellationToken) is { } edit
            ? await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false)
            : null;
    }

    // Of a field that no release touches the release is the place of the story's only step.
    private static SyntaxNode? PlaceOf(FixSite site) => site.StepWithRole("end") ?? site.Target;

    private static bool Insert(SourceEdit edit, FixSite site, string field, IReadOnlyList<string> release)
    {
        switch (site.Target)
        {
            case ReturnStatementSyntax exit when exit.Expression is null || !Mentions(exit.Expression, field):
                return StatementInserter.Before(edit, site, exit, release);
            case BreakStatementSyntax or ReturnStatementSyntax:
                return false;
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax store }:
                // What clears it stays as it is.
                return StatementInserter.Before(edit, site, store, release.Take(1).ToList());
        }

        if (PlaceOf(site)?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.Body is not { } body
            || site.Model.AnalyzeControlFlow(body) is not { Succeeded: true, EndPointIsReachable: true })
        {
            return false;
        }

        if (body.Statements.Count == 0)
        {
            if (body.DescendantTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            {
                return false;
            }

            edit.Replace(body.Span, EmptyBlockWith(site, body, release));
        }
        else
        {
            StatementInserter.AtEnd(edit, site, StatementList.Of(body), release);
        }

        return true;
    }

    private static string EmptyBlockWith(FixSite site, BlockSyntax body, IReadOnlyList<string> lines)
    {
        var layout = site.Layout(body);
        var indentation = layout.IndentationAt(body.Parent!.SpanStart);
        return "{" + layout.NewLine + layout.Lines(indentation + layout.Unit, lines) + indentation + "}";
    }

    /// <summary>The call, and the store that makes a second call find nothing; <see langword="null"/> where a second call would release twice.</summary>
    private static IReadOnlyList<string>? ReleaseOf(FixSite site, string name)
    {
        var type = PlaceOf(site)?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null || site.Model.GetDeclaredSymbol(type) is not { } owner
            || owner.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol) is not { } member
            || site.Property(DiagnosticProperties.ReleaseCall) is not { } call)
        {
            return null;
        }

        var held = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var isReadOnly = member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } };
        if (isReadOnly && call != "{0}.Dispose()")
        {
            return null;
        }

        var escaped = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        var release = held.IsReferenceType ? call.Replace("{0}.", escaped + "?.") : call.Replace("{0}", escaped);
        var empty = !held.IsReferenceType ? "default" : held.NullableAnnotation == NullableAnnotation.NotAnnotated ? "null!" : "null";
        return isReadOnly ? new[] { release + ";" } : new[] { release + ";", $"{escaped} = {empty};" };
    }

    private static bool Mentions(ExpressionSyntax expression, string field) =>
        expression.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == field);
}
