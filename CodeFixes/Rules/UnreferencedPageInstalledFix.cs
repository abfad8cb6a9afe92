using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1001: takes a reference before the page goes into the page table, and gives it up when it is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreferencedPageInstalledFix))]
public sealed class UnreferencedPageInstalledFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string TakeReferenceKey = "Devmap.UnreferencedPageInstalled.TakeReference";

    /// <summary>Creates the provider.</summary>
    public UnreferencedPageInstalledFix()
        : base(DiagnosticIds.UnreferencedPageInstalled)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var none = Array.Empty<ProposedFix>();
        var listed = await ListedStatement.EnsureAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        var prepared = listed is null ? null : await OneLineBlock.ExpandAsync(listed, listed.Target, cancellationToken).ConfigureAwait(false);
        if (prepared?.Target is not IdentifierNameSyntax { Identifier.ValueText: var name } target || name != site.ObjectName
            || prepared.CallOn(DiagnosticProperties.TryAcquireCall, name) is not { } acquire
            || prepared.CallOn(DiagnosticProperties.ReleaseCall, name) is not { } release
            || ListedStatement.Of(target) is not { } statement || StatementList.OfMember(statement) is not { } list)
        {
            return none;
        }

        var failure = FailureExit.Later(prepared, statement, cancellationToken)
            ?? FailureExit.OfNullTest(statement, name)
            ?? FailureExit.Throw(prepared, statement, "InvalidOperationException", $"No reference to {name} could be taken.");
        var wrapper = new TryFinallyWrapper(prepared, list, statement)
        {
            Before = prepared.Layout(statement).Braced($"if (!{acquire})", failure.Statement),
            MovesComments = false,
        };
        var edit = new SourceEdit();
        var index = list.IndexOf(statement);
        if (!wrapper.TryWrap(edit, index, index, new[] { release + ";" }, cancellationToken))
        {
            return none;
        }

        var result = await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Take a reference to '{name}' around the install", TakeReferenceKey, result) };
    }
}
