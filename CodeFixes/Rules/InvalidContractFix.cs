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

/// <summary>DVM3001: writes the name that was meant, or takes the attribute away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidContractFix))]
public sealed class InvalidContractFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that corrects a name.</summary>
    public const string RenameKey = "Devmap.InvalidContract.Rename";

    /// <summary>Equivalence key of the fix that removes the attribute.</summary>
    public const string RemoveKey = "Devmap.InvalidContract.Remove";

    /// <summary>Creates the provider.</summary>
    public InvalidContractFix()
        : base(DiagnosticIds.InvalidContract)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target?.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return Array.Empty<ProposedFix>();
        }

        var fixes = new List<ProposedFix>();
        if (site.Property(DiagnosticProperties.Suggestion) is { } suggestion && TextOf(site, attribute) is { } text)
        {
            var edit = new SourceEdit();
            edit.Replace(text.Token.Span, SymbolDisplay.FormatLiteral(suggestion, quote: true));
            fixes.Add(new ProposedFix($"Write '{suggestion}'", RenameKey, await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false)));
        }

        var removal = new SourceEdit();
        AttributeRemover.Remove(removal, site.Text, attribute);
        fixes.Add(new ProposedFix($"Remove '{attribute.Name}'", RemoveKey, await site.AfterAsync(removal, cancellationToken).ConfigureAwait(false)));
        return fixes;
    }

    /// <summary>The literal that is the value of the property; a constant from elsewhere is not for this attribute to change.</summary>
    private static LiteralExpressionSyntax? TextOf(FixSite site, AttributeSyntax attribute)
    {
        var property = site.Property(DiagnosticProperties.ContractProperty);
        return attribute.ArgumentList?.Arguments
            .Where(argument => string.Equals((argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText, property, StringComparison.OrdinalIgnoreCase))
            .Select(argument => argument.Expression)
            .OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression));
    }
}
