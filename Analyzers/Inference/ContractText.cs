using System.Collections.Generic;
using Devmap.Analyzers.Contracts;

namespace Devmap.Analyzers.Inference;

/// <summary>Writes contracts as the attributes that say them.</summary>
internal static class ContractText
{
    /// <summary>The attributes of one element, without brackets.</summary>
    public static IEnumerable<string> AttributesOf(ElementContract element)
    {
        foreach (RefEffect effect in element.Effects)
        {
            yield return AttributeOf(effect);
            if (effect.Keeper is { } keeper)
            {
                yield return With("KeptBy", keeper == "this" ? null : $"Keeper = \"{keeper}\"");
            }
        }

        if (element.Origin == RefOrigin.Uncounted)
        {
            yield return "UncountedRef";
        }
        else if (element.Origin == RefOrigin.Borrowed)
        {
            yield return With("BorrowedRef", element.BorrowedFrom switch
            {
                "this" => null,
                null => "From = null",
                var lender => $"From = \"{lender}\"",
            });
        }

        if (element.AliasOf is { } source)
        {
            yield return With("AliasOf", source == "this" ? null : $"Source = \"{source}\"");
        }

        if (element.Requires && element.Effects.IsEmpty)
        {
            yield return "RequiresRef";
        }
    }

    private static string AttributeOf(RefEffect effect)
    {
        var arguments = new List<string>();
        if (effect.Kind != RefEffect.DefaultKind)
        {
            arguments.Add($"Kind = \"{effect.Kind}\"");
        }

        if (effect.When != RefCondition.Always)
        {
            arguments.Add($"When = When.{effect.When}");
        }

        if (effect.WhenParameter is { } parameter)
        {
            arguments.Add($"WhenParameter = \"{parameter}\"");
        }

        if (effect.Idempotent)
        {
            arguments.Add("Idempotent = true");
        }

        if (effect.All)
        {
            arguments.Add("All = true");
        }

        return With(effect.Acquires ? "AcquiresRef" : "ReleasesRef", arguments.Count == 0 ? null : string.Join(", ", arguments));
    }

    private static string With(string name, string? arguments) => arguments is null ? name : $"{name}({arguments})";
}
