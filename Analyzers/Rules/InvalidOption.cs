using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3006: an option that does not exist, or a value that it cannot have.</summary>
internal static class InvalidOption
{
    public static Diagnostic Report(OptionMistake mistake) =>
        Diagnostic.Create(Descriptors.InvalidOption, Location.None, mistake.Key, mistake.Value, mistake.Advice);
}
