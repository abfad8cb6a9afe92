using System;
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

/// <summary>DVM3005: writes the contract that the body shows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractCanBeDeclaredFix))]
public sealed class ContractCanBeDeclaredFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that writes the attributes.</summary>
    public const string DeclareKey = "Devmap.ContractCanBeDeclared.Declare";

    private const string ContractNamespace = "Devmap.Contracts";

    /// <summary>Creates the provider.</summary>
    public ContractCanBeDeclaredFix()
        : base(DiagnosticIds.ContractCanBeDeclared)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Property(DiagnosticProperties.Contract) is not { } contract
            || site.Target?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
        {
            return Array.Empty<ProposedFix>();
        }

        var edit = new SourceEdit();
        UsingDirective.Ensure(edit, site, method.SpanStart, ContractNamespace, "AcquiresRefAttribute");
        foreach (var line in contract.Split('\n'))
        {
            var split = line.IndexOf('=');
            if (!Write(edit, site, method, line.Substring(0, split), line.Substring(split + 1)))
            {
                return Array.Empty<ProposedFix>();
            }
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Declare the contract of '{NameOf(method)}'", DeclareKey, result) };
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => method.ParameterList.ToString(),
    };

    /// <summary>On a line of its own above the method, or in front of the parameter.</summary>
    private static bool Write(SourceEdit edit, FixSite site, BaseMethodDeclarationSyntax method, string target, string attribute)
    {
        switch (target)
        {
            case "this":
            case "return":
                var layout = site.Layout(method);
                var list = target == "this" ? $"[{attribute}]" : $"[return: {attribute}]";
                edit.Insert(method.SpanStart, list + layout.NewLine + layout.IndentationAt(method.SpanStart));
                return true;
            default:
                if (method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == target) is not { } found)
                {
                    return false;
                }

                edit.Insert(found.SpanStart, $"[{attribute}] ");
                return true;
        }
    }
}
