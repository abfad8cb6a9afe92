using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers.Options;

/// <summary>
/// The options of a compilation's files. What is configured for a file goes before what is configured globally. Read once
/// for each file, and shared by files that are configured alike.
/// </summary>
internal sealed class OptionReader
{
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly ConcurrentDictionary<SyntaxTree, DevmapOptions> _ofTree = new();
    private readonly ConcurrentDictionary<string, DevmapOptions> _ofText = new(StringComparer.Ordinal);
    private readonly Func<SyntaxTree, DevmapOptions> _read;

    public OptionReader(AnalyzerConfigOptionsProvider provider)
    {
        _provider = provider;
        _read = Read;
    }

    public DevmapOptions Of(SyntaxTree tree) => _ofTree.GetOrAdd(tree, _read);

    private DevmapOptions Read(SyntaxTree tree)
    {
        AnalyzerConfigOptions options = _provider.GetOptions(tree);
        string? exceptions = TextOf(KnownOptions.ExceptionPaths);
        string? types = TextOf(KnownOptions.ExcludedTypes);
        string? members = TextOf(KnownOptions.ExcludedMembers);
        string? keep = TextOf(KnownOptions.UnknownCallsKeep);
        string? strict = TextOf(KnownOptions.Strict);
        string? era = TextOf(KnownOptions.Era);
        return _ofText.GetOrAdd(string.Join("\n", exceptions, types, members, keep, strict, era), _ => new DevmapOptions
        {
            Exceptions = KnownOptions.ExceptionPaths.Parse(exceptions),
            ExcludedTypes = KnownOptions.ExcludedTypes.Parse(types),
            ExcludedMembers = KnownOptions.ExcludedMembers.Parse(members),
            UnknownCallsKeep = KnownOptions.UnknownCallsKeep.Parse(keep),
            Strict = KnownOptions.Strict.Parse(strict),
            Era = KnownOptions.Era.Parse(era),
        });

        string? TextOf(Option option) =>
            options.TryGetValue(option.Key, out string? text) || _provider.GlobalOptions.TryGetValue(option.Key, out text) ? text : null;
    }
}
