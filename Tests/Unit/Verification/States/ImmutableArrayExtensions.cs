using System;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What the framework offers for lists but not for immutable arrays.</summary>
internal static class ImmutableArrayExtensions
{
    public static ImmutableArray<TResult> ConvertAll<TSource, TResult>(this ImmutableArray<TSource> source, Func<TSource, TResult> convert) =>
        [.. source.Select(convert)];
}
