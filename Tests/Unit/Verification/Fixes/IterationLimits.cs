using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How often fixes may be applied if the test does not say: a maximum, so negative, or zero if nothing is to change.</summary>
internal sealed class IterationLimits
{
    private readonly EvaluatedState _before;
    private readonly ImmutableArray<DiagnosticResult> _fixable;
    private readonly bool _singleChanges;
    private readonly bool _batchChanges;

    public IterationLimits(EvaluatedState before, EvaluatedState after, EvaluatedState afterBatch, ImmutableHashSet<string> fixableIds)
    {
        _before = before;
        _fixable = before.Expected.RemoveAll(expected => !fixableIds.Contains(expected.Id));
        _singleChanges = !before.HasSameFiles(after);
        _batchChanges = !before.HasSameFiles(afterBatch);
    }

    /// <summary>One by one: as often as there are diagnostics.</summary>
    public int Single => _singleChanges ? -_fixable.Length : 0;

    /// <summary>Fix All in Document: once per document that has diagnostics.</summary>
    public int Document => _batchChanges
        ? -_fixable.Select(expected => expected.Spans.FirstOrDefault().Span.Path).Distinct().Count()
        : 0;

    /// <summary>Fix All in Project: once per project that has diagnostics.</summary>
    public int Project => _batchChanges
        ? -_before.Projects.Count(project => project.Sources.Any(file =>
            _fixable.Any(expected => expected.Spans.FirstOrDefault().Span.Path == file.Path)))
        : 0;

    /// <summary>Fix All in Solution: once.</summary>
    public int Solution => _batchChanges ? -1 : 0;
}
