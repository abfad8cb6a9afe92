using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LongTermPinOfFsDax;

/// <summary>The flag comes by way of constants, locals, defaults and helpers; so does the mapping.</summary>
public sealed class WrapperTests
{
    private const string Helpers = """
        private const GupFlags Forever = GupFlags.Write | GupFlags.LongTerm;
        private static readonly GupFlags Unknown = Forever;

        private static int Hold(AddressSpace space, Vma vma, Page[] pages) => space.PinUserPages(vma, vma.Start, pages.Length, Forever, pages);

        private static int Through(AddressSpace space, Vma vma, Page[] pages) => Hold(space, vma, pages);

        private static int HoldAt(AddressSpace space, ulong start, Page[] pages, GupFlags flags = GupFlags.LongTerm)
        {
            var all = flags | GupFlags.Write;
            return space.PinUserPages(start, pages.Length, all, pages);
        }

        private static int Guarded(AddressSpace space, Vma vma, Page[] pages)
        {
            if (vma.IsFsDax)
            {
                return -(int)Errno.EOPNOTSUPP;
            }

            return space.PinUserPages(vma, vma.Start, pages.Length, Forever, pages);
        }

        private static int Maybe(AddressSpace space, Vma vma, Page[] pages, bool longTerm)
        {
            var flags = GupFlags.Write;
            if (longTerm)
            {
                flags |= GupFlags.LongTerm;
            }

            return space.PinUserPages(vma, vma.Start, pages.Length, flags, pages);
        }
        """;

    [Theory]
    [InlineData("return space.PinUserPages(file.Map(space, 4).Start, 4, {|DVM1002:Forever|}, pages);")]
    [InlineData("var vma = file.Map(space, 4); ulong at = vma.Start + (ulong)(n * 4096); return space.PinUserPages(at, 1, {|DVM1002:Forever|}, pages);")]
    [InlineData("var vma = file.Map(space, 4); var flags = GupFlags.Write; flags |= GupFlags.LongTerm; return space.PinUserPages(vma, vma.Start, 1, {|DVM1002:flags|}, pages);")]
    [InlineData("var vma = file.Map(space, 4); var flags = GupFlags.Write; if (a) { flags |= GupFlags.LongTerm; } return space.PinUserPages(vma, vma.Start, 1, {|DVM1002:flags|}, pages);")]
    [InlineData("if (other.IsFsDax) { return space.PinUserPages(other, other.Start, 1, {|DVM1002:Forever|}, pages); } return 0;")]
    [InlineData("return Hold(space, {|DVM1002:file.Map(space, 4)|}, pages);")]
    [InlineData("return Through(space, {|DVM1002:file.Map(space, 4)|}, pages);")]
    [InlineData("return {|DVM1002:HoldAt(space, file.Map(space, 4).Start, pages)|};")]
    [InlineData("return HoldAt(space, file.Map(space, 4).Start, pages, {|DVM1002:GupFlags.LongTerm|});")]
    [InlineData("if (other.IsFsDax) { return Hold(space, {|DVM1002:other|}, pages); } return 0;")]
    public Task A_pin_of_a_file_is_reported(string body) => VerifyAsync(body);

    /// <summary>Device-dax may be pinned; what a test has excluded is not there; what a helper does on some path only is not known of the call.</summary>
    [Theory]
    [InlineData("return space.PinUserPages(other, other.Start, 1, Forever, pages);")]
    [InlineData("if (other.IsFsDax) { return -(int)Errno.EOPNOTSUPP; } return space.PinUserPages(other, other.Start, 1, Forever, pages);")]
    [InlineData("if (other.IsFsDax) { return -(int)Errno.EOPNOTSUPP; } return Hold(space, other, pages);")]
    [InlineData("return space.PinUserPages(file.Map(space, 4).Start, 4, GupFlags.Write, pages);")]
    [InlineData("return space.PinUserPages(file.Map(space, 4).Start, 4, Unknown, pages);")]
    [InlineData("return HoldAt(space, file.Map(space, 4).Start, pages, GupFlags.None);")]
    [InlineData("return Hold(space, space.Map(1, VmFlags.Read), pages);")]
    [InlineData("return Guarded(space, file.Map(space, 4), pages);")]
    [InlineData("return Maybe(space, file.Map(space, 4), pages, a);")]
    [InlineData("var vma = file.Map(space, 4); return space.PinUserPages(vma, vma.Start, 1, vma.IsFsDax ? GupFlags.Write : Forever, pages);")]
    public Task Any_other_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync(Helpers + $"\ninternal int M(DaxFile file, AddressSpace space, Vma other, Page[] pages, bool a, int n) {{ {body} }}");
}
