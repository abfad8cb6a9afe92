using System.Threading.Tasks;
using Devmap.Analyzers;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PgMapRemovedWhileMapped;

/// <summary>What one member of a type maps, the member that removes the range has to take away.</summary>
public sealed class OwnerTests
{
    private const string Handler = "public VmFaultResult Fault(VmFault fault) { Page? page = _file.GetPage(fault.PageOffset); if (page is null) { return VmFaultResult.SigBus; } try { return fault.Vma.InsertPage(fault.Address, page).ToVmFault(); } finally { page.Put(); } }\n";
    private const string Mapper = "public Vma Map(AddressSpace space) => _file.Map(space, 4);\n";

    [Theory]
    [InlineData(Mapper + "public void Remove() { _dax.Kill(); {|DVM1005:_memory.MemUnmapPages(_pgmap)|}; }")]
    [InlineData("public void Remove() { _dax.Kill(); {|DVM1005:_memory.MemUnmapPages(_pgmap)|}; _file.UnmapAll(); }")]
    [InlineData(Mapper + "public TeardownResult Remove() => {|DVM1005:_memory.MemUnmapPages(_pgmap, TimeSpan.Zero)|};")]
    [InlineData(Handler + "public void Remove() { _dax.Kill(); Console.WriteLine(); {|DVM1005:_memory.MemUnmapPages(_pgmap)|}; }")]
    public Task A_type_that_never_takes_them_away_is_reported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData(Mapper + "public void Remove() { _dax.Kill(); _file.UnmapAll(); _memory.MemUnmapPages(_pgmap); }")]
    [InlineData(Mapper + "public void Remove() { Stop(); _memory.MemUnmapPages(_pgmap); } private void Stop() { _dax.Kill(); _file.UnmapAll(); }")]
    [InlineData(Mapper + "public void Close(AddressSpace space, Vma vma) => space.Unmap(vma); public void Remove() { _dax.Kill(); _memory.MemUnmapPages(_pgmap); }")]
    [InlineData(Mapper + "public event Action? Removing; public void Remove() { Removing?.Invoke(); _memory.MemUnmapPages(_pgmap); }")]
    [InlineData(Mapper + "private PgMap _second = null!; public void Remove() { _memory.MemUnmapPages(_second); }")]
    [InlineData("public void Remove() { _dax.Kill(); _memory.MemUnmapPages(_pgmap); }")]
    [InlineData(Mapper + "public bool Probe() { PgMap? made = _memory.MemRemapPages(MemoryType.FsDax, new Pfn(256), 4, out _); if (made is null) { return false; } _pgmap = made; DaxFile? first = new DaxDevice(_pgmap).CreateFile(4, out _); if (first is null) { _memory.MemUnmapPages(_pgmap); return false; } _file = first; return true; }")]
    [InlineData("public Vma Map(AddressSpace space, DaxFile other) => other.Map(space, 4); public void Remove() { _memory.MemUnmapPages(_pgmap); }")]
    public Task A_type_that_does_or_may_is_not(string members) => VerifyAsync(members);

    private static Task VerifyAsync(string members) => LibraryTest<PgMapTeardownAnalyzer>.VerifyAsync(
        "private PhysicalMemory _memory = null!; private PgMap _pgmap = null!; private DaxDevice _dax = null!; private DaxFile _file = null!;\n" + members);
}
