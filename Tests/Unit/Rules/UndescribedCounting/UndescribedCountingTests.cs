using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UndescribedCounting;

/// <summary>A method that counts by its name and has no contract: the lines that would be it, written by the fix.</summary>
public sealed class UndescribedCountingTests
{
    [Fact]
    public Task A_method_comes_with_those_that_go_with_it() => CountedLibrary.VerifyAsync(
        "reader.{|DVM3008:IncRef|}();",
        "M:Lib.Reader.IncRef; this acquires",
        "M:Lib.Reader.TryIncRef; this acquires when true",
        "M:Lib.Reader.DecRef; this releases");

    [Fact]
    public Task The_one_that_is_called_comes_first() => CountedLibrary.VerifyAsync(
        "int left = reader?.{|DVM3008:DecRef|}() ?? 0;",
        "M:Lib.Reader.DecRef; this releases",
        "M:Lib.Reader.IncRef; this acquires",
        "M:Lib.Reader.TryIncRef; this acquires when true");

    [Fact]
    public Task Of_a_nested_generic_type() => CountedLibrary.VerifyAsync(
        "page.{|DVM3008:Retain|}();",
        "M:Lib.Reader.Page`1.Retain; this acquires, return alias",
        "M:Lib.Reader.Page`1.Release; this releases",
        "M:Lib.Reader.Page`1.Retain(System.Int32); this acquires count=increment, return alias",
        "M:Lib.Reader.Page`1.Release(System.Int32); this releases count=decrement");

    [Fact]
    public Task Of_what_is_overridden_and_implemented_the_first_is_described() => CountedLibrary.VerifyAsync(
        "special.{|DVM3008:AddRef|}();",
        "M:Lib.ICounted.AddRef; this acquires",
        "M:Lib.ICounted.ReleaseRef; this releases");

    [Fact]
    public Task A_flag_tells_of_success() => CountedLibrary.VerifyAsync(
        "bool added = false; handle.{|DVM3008:DangerousAddRef|}(ref added);",
        "M:Lib.Handle.DangerousAddRef(System.Boolean@); this acquires when success true or throws",
        "M:Lib.Handle.DangerousRelease; this releases");

    [Fact]
    public Task Of_a_task_its_result_is_the_answer() => CountedLibrary.VerifyAsync(
        "await slow.{|DVM3008:TryAddRefAsync|}();",
        "M:Lib.Slow.TryAddRefAsync; this acquires when true",
        "M:Lib.Slow.ReleaseAsync; this releases");

    [Fact]
    public Task Pins_have_a_kind() => CountedLibrary.VerifyAsync(
        "pinned.{|DVM3008:Unpin|}();",
        "M:Lib.Pinned.Unpin; this releases kind=pin",
        "M:Lib.Pinned.Pin; this acquires kind=pin");

    [Fact]
    public Task Arrays_of_a_pool_go_back_to_it() => CountedLibrary.VerifyAsync(
        "int[] array = pool.{|DVM3008:Rent|}(5);",
        "M:Lib.ArrayLender`1.Rent(System.Int32); return acquires kind=rent",
        "M:Lib.ArrayLender`1.Return(`0[],System.Boolean); array releases kind=rent of=this");

    [Fact]
    public Task A_manager_counts_what_it_is_given() => CountedLibrary.VerifyAsync(
        "manager.{|DVM3008:Release|}(null);",
        "M:Lib.Manager`1.Release(`0); reference releases of=this",
        "M:Lib.Manager`1.Acquire(System.Int64); return acquires when notnull",
        "M:Lib.Manager`1.TryIncRef(`0); reference acquires when true",
        "M:Lib.Manager`1.DecRef(`0); reference releases");

    [Fact]
    public Task An_extension_counts_its_first_argument() => CountedLibrary.VerifyAsync(
        "gate.{|DVM3008:Retain|}();",
        "M:Lib.Util.Retain``1(``0); msg acquires, return alias from=msg",
        "M:Lib.Util.SafeRelease(System.Object,System.Int32); msg releases count=decrement",
        "M:Lib.Util.Release(System.Object); msg releases");

    [Theory]
    [InlineData("gate.Release();")]
    [InlineData("gate.Get();")]
    [InlineData("references.AddReference(gate);")]
    [InlineData("odd.AddRef(1, \"\");")]
    [InlineData("odd.AddRefs(gate);")]
    [InlineData("gate.ToString();")]
    public Task Nothing_is_said_of(string statement) => CountedLibrary.VerifyAsync(statement);

    [Fact]
    public Task An_entry_is_in_force_as_soon_as_it_is_written() => CountedLibrary.VerifyRulesAsync(
        "{|DVM2001:reader.IncRef()|}; if (a) return; reader.DecRef();",
        "M:Lib.Reader.IncRef; this acquires",
        "M:Lib.Reader.DecRef; this releases");
}
