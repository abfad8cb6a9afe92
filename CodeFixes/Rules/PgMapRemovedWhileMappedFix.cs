using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1005: makes the missing step before the range is removed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PgMapRemovedWhileMappedFix))]
public sealed class PgMapRemovedWhileMappedFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string StepBeforeKey = "Devmap.PgMapRemovedWhileMapped.StepBefore";

    /// <summary>Creates the provider.</summary>
    public PgMapRemovedWhileMappedFix()
        : base(DiagnosticIds.PgMapRemovedWhileMapped)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Property(DiagnosticProperties.MissingCall) is not { } call)
        {
            return Array.Empty<ProposedFix>();
        }

        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        var edit = new SourceEdit();
        if (prepared is null || ListedStatement.Of(prepared.Target) is not { } statement || !StatementInserter.Before(edit, prepared, statement, new[] { call + ";" }))
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Call '{call}' before", StepBeforeKey, result) };
    }
}
