using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LongTermPinOfFsDax;

/// <summary>Files on FS-DAX are refused in every era; device-dax and memory of the process's own are allowed in every one.</summary>
public sealed class EraTests
{
    [Theory]
    [InlineData("linux_5_15")]
    [InlineData("linux_6_1")]
    [InlineData("linux_6_15")]
    public Task The_same_in_all(string era) => LibraryTest.VerifyAsync(
        """
        internal int Refused(DaxFile file, AddressSpace space, Page[] pages) =>
            space.PinUserPages(file.Map(space, 1).Start, 1, {|DVM1002:GupFlags.Write | GupFlags.LongTerm|}, pages);

        internal int DeviceDax(DevDax device, AddressSpace space, Page[] pages) =>
            space.PinUserPages(device.Map(space, 1, out _)!.Start, 1, GupFlags.Write | GupFlags.LongTerm, pages);

        internal int Anonymous(AddressSpace space, Page[] pages) =>
            space.PinUserPages(space.Map(1, VmFlags.Read | VmFlags.Write).Start, 1, GupFlags.Write | GupFlags.LongTerm, pages);
        """,
        "devmap_era = " + era);
}
