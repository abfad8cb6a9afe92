using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Lines, blanks, comments, and what is no contract file at all.</summary>
public sealed class FileFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n  \t\n")]
    [InlineData("# M:C.M; this acquires")]
    [InlineData("   # M:C.M; this acquires")]
    [InlineData("\uFEFF# M:C.M; this acquires")]
    public void NothingIsSaid(string text)
    {
        var file = FileWorld.Read(text);

        Assert.Empty(file.Entries);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("M:C.M;this acquires")]
    [InlineData("\uFEFFM:C.M; this acquires")]
    [InlineData("M:C.M; this acquires# no comment", false)]
    [InlineData("M:C.M; this acquires # a comment; with, all signs")]
    [InlineData("M:C.M; this acquires # one # two")]
    [InlineData("\t M:C.M \t;\tthis\tacquires\t")]
    [InlineData("M:C.M; this acquires\r")]
    public void BlanksAndComments(string text, bool isGood = true)
    {
        var file = FileWorld.Read(text);

        Assert.Equal(isGood ? 1 : 0, file.Entries.Length);
        Assert.Equal(isGood ? 0 : 1, file.Problems.Length);
    }

    [Fact]
    public void AnIdContainsAHash() =>
        Assert.Equal("#ctor", Assert.Single(FileWorld.Read("M:C.#ctor; new acquires # made").Entries).Id.Name);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void EveryLineEnd(string lineEnd)
    {
        var file = FileWorld.Read($"M:A.A; this acquires{lineEnd}?{lineEnd}{lineEnd}M:B.B; this acquires{lineEnd}");

        Assert.Equal(["M:A.A", "M:B.B"], file.Entries.Select(entry => entry.Id.Text));
        Assert.Equal("M:A.A; this acquires".Length + lineEnd.Length, Assert.Single(file.Problems).Span.Start);
    }

    [Theory]
    [InlineData("RefContracts.txt", true)]
    [InlineData("/a/RefContracts.txt", true)]
    [InlineData(@"c:\a\RefContracts.txt", true)]
    [InlineData("/a/bcl.RefContracts.txt", true)]
    [InlineData("/a/bcl.refcontracts.TXT", true)]
    [InlineData("/a/MyRefContracts.txt", false)]
    [InlineData("/a/RefContracts.txt.bak", false)]
    [InlineData("/a/RefContracts.txt/b", false)]
    [InlineData("/a/BannedSymbols.txt", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TheNameTells(string? path, bool expected) => Assert.Equal(expected, ContractFileName.Is(path));

    [Fact]
    public void ATextIsReadOnce()
    {
        var text = SourceText.From("M:C.M; this acquires");

        Assert.Same(ContractFile.Of(text, CancellationToken.None), ContractFile.Of(text, CancellationToken.None));
        Assert.NotSame(ContractFile.Of(text, CancellationToken.None), ContractFile.Of(text.Replace(0, 1, "P"), CancellationToken.None));
    }

    [Fact]
    public void JunkIsReadWithoutHarmAndEveryLineOfItReported()
    {
        var random = new Random(20_21);
        const string Signs = "MPFTA:;,.#()[]{}~@`=  \t\0\uFEFF\uD800abc this return new acquires releases when true kind\u0085\n\r\u2028";
        for (int i = 0; i < 2_000; i++)
        {
            var junk = new StringBuilder();
            for (int j = random.Next(200); j > 0; j--)
            {
                junk.Append(random.Next(4) == 0 ? (char)random.Next(char.MaxValue) : Signs[random.Next(Signs.Length)]);
            }

            var text = SourceText.From(junk.ToString());
            var file = ContractFile.Of(text, CancellationToken.None);

            int saying = text.Lines.Count(line => line.ToString().Trim('\uFEFF', ' ', '\t', '\0') is { Length: > 0 } content && !char.IsWhiteSpace(content[0]) && content[0] != '#');
            Assert.True(file.Entries.Length + file.Problems.Length <= text.Lines.Count);
            Assert.All(file.Problems, problem => Assert.InRange(problem.Span.End, problem.Span.Start + 1, text.Length));
            Assert.True(saying == 0 || file.Entries.Length + file.Problems.Length > 0);
        }
    }

    [Theory]
    [InlineData("M:System.Buffers.ArrayPool`1.Rent(System.Int32); return acquires kind=rent\n")]
    [InlineData("M:A.B(")]
    [InlineData("M:A.B; a.b.c.")]
    [InlineData("this acquires, ")]
    [InlineData("\0\u0001\u0002\n")]
    [InlineData(",")]
    [InlineData("#")]
    [InlineData("{")]
    [InlineData("=\n")]
    public void TenMegabytesAreReadInTheTimeOfReadingThem(string part)
    {
        var text = SourceText.From(new StringBuilder().Insert(0, part, 10_000_000 / part.Length).ToString());
        var time = Stopwatch.StartNew();

        ContractFile.Of(text, CancellationToken.None);

        // It takes a second or three; what is not linear takes hours.
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
    }
}
