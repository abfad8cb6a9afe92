using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>A reference that is taken before the statement of a diagnostic, and given up behind it whatever happens.</summary>
internal static class TakenReference
{
    /// <summary>The site with the statement in a <c>try</c> between the two; <see langword="null"/> where that cannot be written.</summary>
    public static async Task<FixSite?> AroundAsync(FixSite site, CancellationToken cancellationToken)
    {
        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        if (prepared?.ObjectName is not { } name || prepared.Target is not { } target
            || prepared.CallOn(DiagnosticProperties.ReleaseCall, name) is not { } release
            || ListedStatement.Of(target) is not { } statement || StatementList.OfMember(statement) is not { } list
            || Acquire(prepared, statement, name, cancellationToken) is not { } acquire)
        {
            return null;
        }

        var wrapper = new TryFinallyWrapper(prepared, list, statement) { Before = acquire, MovesComments = false };
        var edit = new SourceEdit();
        var index = list.IndexOf(statement);
        return wrapper.TryWrap(edit, index, index, new[] { release + ";" }, cancellationToken)
            ? await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Of an object that something keeps already another reference; of any other one, if it is still to be had.</summary>
    private static IReadOnlyList<string>? Acquire(FixSite site, StatementSyntax statement, string name, CancellationToken cancellationToken)
    {
        if (site.CallOn(DiagnosticProperties.AcquireCall, name) is { } certain)
        {
            return new[] { certain + ";" };
        }

        if (site.CallOn(DiagnosticProperties.TryAcquireCall, name) is not { } conditional)
        {
            return null;
        }

        var failure = FailureExit.Later(site, statement, cancellationToken)
            ?? FailureExit.OfNullTest(statement, name)
            ?? FailureExit.Throw(site, statement, "InvalidOperationException", $"No reference to {name} could be taken.");
        return site.Layout(statement).Braced($"if (!{conditional})", failure.Statement).ToList();
    }
}
