using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Turns the marked files of a state into plain ones and gathers what their markup announces.</summary>
internal sealed class MarkupReader
{
    private readonly MarkupMode _mode;
    private readonly MarkupOptions _options;
    private readonly ImmutableArray<DiagnosticDescriptor> _rules;
    private readonly ImmutableHashSet<string> _fixableIds;
    private readonly Dictionary<string, FileLinePositionSpan> _keys = [];
    private readonly List<DiagnosticResult> _announced = [];

    public MarkupReader(MarkupMode mode, MarkupOptions options, ImmutableArray<DiagnosticDescriptor> rules, ImmutableHashSet<string> fixableIds)
    {
        _mode = mode;
        _options = options;
        _rules = rules;
        _fixableIds = fixableIds;
    }

    /// <summary>The places with a number, by <c>#number</c>.</summary>
    public IReadOnlyDictionary<string, FileLinePositionSpan> Keys => _keys;

    /// <summary>The diagnostics announced so far.</summary>
    public IReadOnlyList<DiagnosticResult> Announced => _announced;

    public ImmutableArray<(string Path, SourceText Content)> Read(SourceFileCollection files) =>
        [.. files.Select(file => (file.filename, Read(file.filename, file.content)))];

    private SourceText Read(string path, SourceText marked)
    {
        if (_mode == MarkupMode.None)
        {
            return marked;
        }

        var (plain, spans) = MarkupParser.Parse(marked.ToString());
        if (spans.IsEmpty)
        {
            return marked;
        }

        var text = SourceText.From(plain, marked.Encoding, marked.ChecksumAlgorithm);
        foreach (var span in spans)
        {
            Take(span, new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(span.Span)));
        }

        return text;
    }

    private void Take(MarkupSpan span, FileLinePositionSpan place)
    {
        if (span.IsKey)
        {
            if (!_keys.TryAdd(span.Name!, place))
            {
                throw new InvalidOperationException($"'{{|{span.Name}:...|}}' stands in the files more than once.");
            }

            return;
        }

        if (_mode == MarkupMode.Ignore)
        {
            return;
        }

        var id = span.Name ?? GetDefaultRule().Id;
        if (_mode == MarkupMode.Allow || !_fixableIds.Contains(id))
        {
            _announced.Add(Announce(id, place));
        }
    }

    /// <summary>Markup says where and what, not how severe, in which words, and with which story.</summary>
    private static DiagnosticResult Announce(string id, FileLinePositionSpan place) =>
        new DiagnosticResult(id, DiagnosticSeverity.Error)
            .WithSpan(place)
            .WithMessage(null)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);

    private DiagnosticDescriptor GetDefaultRule() =>
        _rules.Length == 1 || (_rules.Length > 0 && _options.HasFlag(MarkupOptions.UseFirstDescriptor))
            ? _rules[0]
            : throw new InvalidOperationException(
                $"'[|...|]' needs an analyzer with a single rule, this one has {_rules.Length}: write '{{|ID:...|}}'.");
}
