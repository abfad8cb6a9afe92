using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1002: asks for a short-term pin, or refuses the memory that cannot be pinned for long.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongTermPinOfFsDaxFix))]
public sealed class LongTermPinOfFsDaxFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that takes the flag out.</summary>
    public const string DropFlagKey = "Devmap.LongTermPinOfFsDax.DropFlag";

    /// <summary>Equivalence key of the fix that refuses the memory before the call.</summary>
    public const string RefuseKey = "Devmap.LongTermPinOfFsDax.Refuse";

    /// <summary>Creates the provider.</summary>
    public LongTermPinOfFsDaxFix()
        : base(DiagnosticIds.LongTermPinOfFsDax)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var fixes = new List<ProposedFix>();
        var edit = new SourceEdit();
        if (site.Property(DiagnosticProperties.RejectedFlag) is { } flag && site.Target is ExpressionSyntax flags
            && FlagRemover.Remove(edit, site, flags, flag, cancellationToken))
        {
            var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
            fixes.Add(new ProposedFix($"Drop {flag}", DropFlagKey, result));
        }

        if (await RefuseAsync(site, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            fixes.Add(refusal);
        }

        return fixes;
    }

    private static async Task<ProposedFix?> RefuseAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Property(DiagnosticProperties.TraitTest) is not { } test || site.ObjectName is not { } name)
        {
            return null;
        }

        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        if (prepared is null || ListedStatement.Of(prepared.Target) is not { } statement)
        {
            return null;
        }

        var refusal = FailureExit.Refusal(prepared, statement, cancellationToken)
            ?? FailureExit.Throw(prepared, statement, "NotSupportedException", $"{name} cannot be pinned for long: its memory may be truncated.");
        var edit = new SourceEdit();
        var guard = new List<string>(prepared.Layout(statement).Braced($"if ({name}.{test})", refusal.Statement)) { string.Empty };
        if (!StatementInserter.Before(edit, prepared, statement, guard))
        {
            return null;
        }

        var result = await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new ProposedFix($"Refuse '{name}' when {test} is true", RefuseKey, result);
    }
}
