using System.Collections.Immutable;
using System.Globalization;
using Devmap.Analyzers.Teardown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1005: a device range is taken away while mappings of it are not shot down.</summary>
internal static class PgMapRemovedWhileMapped
{
    public static Diagnostic Report(IOperation removal, TeardownMistake mistake)
    {
        string cause = NameOf(mistake.Cause);
        string line = LineOf(mistake.Cause);
        string why = mistake.Kind switch
        {
            TeardownMistakeKind.StillMapped => $"nothing takes away what '{cause}' maps (line {line})",
            TeardownMistakeKind.ShotDownLate => $"'{cause}' takes the mappings away only behind it (line {line})",
            TeardownMistakeKind.ShotDownEarly => $"'{cause}' (line {line}) comes before '{NameOf(mistake.Other!)}' (line {LineOf(mistake.Other!)}), so that a fault may map it again",
            _ => $"'{cause}' ends the faults that may map it only behind it (line {line})",
        };
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (CureOf(mistake) is { } cure)
        {
            properties = properties.Add(DiagnosticProperties.MissingCall, cure);
        }

        return Diagnostic.Create(
            Descriptors.PgMapRemovedWhileMapped,
            removal.Syntax.GetLocation(),
            ImmutableArray.Create(mistake.Cause.Syntax.GetLocation()),
            properties,
            ((IInvocationOperation)removal).TargetMethod.Name,
            why);
    }

    /// <summary>The call to be made before the removal; <see langword="null"/> where nothing at hand can make it.</summary>
    private static string? CureOf(TeardownMistake mistake)
    {
        if (mistake.Cause is not IInvocationOperation { Instance: { } instance } call)
        {
            return null;
        }

        string receiver = instance.Syntax.ToString();
        return (mistake.Kind, call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
        {
            (TeardownMistakeKind.StillMapped, "DaxFile", "Map") => receiver + ".UnmapAll()",
            (TeardownMistakeKind.StillMapped, _, _) => null,
            _ => call.Syntax.ToString(),
        };
    }

    private static string NameOf(IOperation call) => call is IInvocationOperation invocation ? invocation.TargetMethod.Name : call.Syntax.ToString();

    private static string LineOf(IOperation call) =>
        (call.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
}
