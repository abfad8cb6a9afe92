using System;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>
/// Whatever stands in a line, the reader neither throws nor hangs; a line is in force or has one error, and the lines
/// beside it are in force as if it were not there.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 4000;
    private const string Good = "M:Lib.Block.Release; this releases";

    private static readonly string[] Pieces =
    [
        "M:", "P:", "T:", "A:", "X:", "Lib.Block", ".", "#ctor", "`1", "``2", "(", ")", "System.Int32", "{`0}", "@", "[]", "[0:,0:]", "*", "~", ",", ";", " ", "\t", "#",
        "this", "return", "new", "@this", "acquires", "releases", "requires", "borrowed", "uncounted", "owned", "kept", "alias", "tests", "counter", "has", "rejects", "runs", "trusted",
        "when", "true", "notnull", "or", "throws", "held", "idempotent", "all", "by", "default", "at", "dispose",
        "kind", "count", "from", "of", "while", "trait", "argument", "flag", "=", "==", "0x", "0xFFFFFFFFFFFFFFFFFF", "-1", "null", "\uFEFF", "\0", "\u2028", "\uD800", "é",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_lines_are_read_or_refused_one_by_one(int seed)
    {
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        for (int round = 0; round < Rounds; round++)
        {
            string line = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            // What Roslyn takes for the end of a line ends it.
            if (line.AsSpan().IndexOfAny("\u2028\u2029\u0085\r\n") < 0)
            {
                AssertIsolated(line);
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{Rounds} lines took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("M:Lib.Device.Pin(Lib.Block[],System.Int32);  blocks acquires kind=pin when positive count=return")]
    [InlineData("M:System.Buffers.ArrayPool`1.Return(`0[],System.Boolean);  array releases kind=rent of=this, this borrowed")]
    [InlineData("M:S.DangerousAddRef(System.Boolean@);  this acquires when success true or throws # a comment")]
    public void A_line_with_a_mistake_anywhere_is_refused_alone(string line)
    {
        var random = new Random(line.Length);
        for (int at = 0; at < line.Length; at++)
        {
            AssertIsolated(line[..at]);
            AssertIsolated(line.Remove(at, 1));
            AssertIsolated(line.Insert(at, Pieces[random.Next(Pieces.Length)].Replace("\u2028", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_long_line_costs_what_its_length_costs()
    {
        var watch = Stopwatch.StartNew();
        AssertIsolated("M:" + new string('(', 100_000));
        AssertIsolated("M:A.B; " + string.Concat(Enumerable.Repeat("this acquires, ", 10_000)));
        AssertIsolated(string.Concat(Enumerable.Repeat("A.", 50_000)) + ";");
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"it took {watch.Elapsed}");
    }

    private static void AssertIsolated(string line)
    {
        var file = FileWorld.Read(Good + "\n" + line + "\n" + Good);

        Assert.Equal(Good[..^"; this releases".Length], file.Entries[0].Id.Text);
        Assert.Equal(Good[..^"; this releases".Length], file.Entries[^1].Id.Text);
        bool isEmpty = file.Entries.Length == 2 && file.Problems.IsEmpty;
        Assert.True(isEmpty || file.Entries.Length - 2 + file.Problems.Length == 1, $"'{line}' has {file.Entries.Length - 2} entries and {file.Problems.Length} problems");
        Assert.All(file.Problems, problem => Assert.InRange(problem.Span.Start, Good.Length + 1, Good.Length + 1 + line.Length));
        Assert.All(file.Problems, problem => Assert.InRange(problem.Span.End, problem.Span.Start, Good.Length + 1 + line.Length));
    }
}
