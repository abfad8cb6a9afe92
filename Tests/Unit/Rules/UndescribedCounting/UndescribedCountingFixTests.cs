using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UndescribedCounting;

/// <summary>Which file the lines are written into, and what becomes of what is there.</summary>
public sealed class UndescribedCountingFixTests
{
    private const string Pins = "M:Lib.Pinned.Pin; this acquires kind=pin\nM:Lib.Pinned.Unpin; this releases kind=pin\n";

    [Fact]
    public Task They_are_written_behind_what_is_there() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}();",
        [("/0/My.RefContracts.txt", "# Ours\n")],
        [("/0/My.RefContracts.txt", "# Ours\n" + Pins)]);

    [Fact]
    public Task A_last_line_without_an_end_gets_one() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}();",
        [("/0/RefContracts.txt", "# Ours\n# and yours")],
        [("/0/RefContracts.txt", "# Ours\n# and yours\n" + Pins)]);

    [Fact]
    public Task The_end_of_a_line_is_that_of_the_file() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}();",
        [("/0/RefContracts.txt", "# Ours\r\n")],
        [("/0/RefContracts.txt", "# Ours\r\n" + Pins.Replace("\n", "\r\n"))]);

    [Fact]
    public Task A_preset_is_not_written_to() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}();",
        [("/0/a.RefContracts.txt", "#preset\n# Others"), ("/0/b.RefContracts.txt", "")],
        [("/0/a.RefContracts.txt", "#preset\n# Others"), ("/0/b.RefContracts.txt", Pins)]);

    [Fact]
    public Task What_is_described_is_not_described_again() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}();",
        [("/0/RefContracts.txt", "M:Lib.Pinned.Unpin ; this releases kind=pin all\n")],
        [("/0/RefContracts.txt", "M:Lib.Pinned.Unpin ; this releases kind=pin all\nM:Lib.Pinned.Pin; this acquires kind=pin\n")]);

    [Fact]
    public Task Fix_All_writes_each_line_once() => CountedLibrary.VerifyFileAsync(
        "pinned.{|DVM3008:Pin|}(); pinned.{|DVM3008:Unpin|}(); pinned.{|DVM3008:Unpin|}(); reader.{|DVM3008:DecRef|}();",
        [("/0/RefContracts.txt", "")],
        [("/0/RefContracts.txt", Pins + "M:Lib.Reader.DecRef; this releases\nM:Lib.Reader.IncRef; this acquires\nM:Lib.Reader.TryIncRef; this acquires when true\n")]);
}
