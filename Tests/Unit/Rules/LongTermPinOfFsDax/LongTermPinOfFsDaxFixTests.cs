using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LongTermPinOfFsDax;

public sealed class LongTermPinOfFsDaxFixTests
{
    [Theory]
    [InlineData("GupFlags.Write | GupFlags.LongTerm", "GupFlags.Write")]
    [InlineData("GupFlags.LongTerm | GupFlags.Write", "GupFlags.Write")]
    [InlineData("GupFlags.Write | GupFlags.LongTerm | GupFlags.Get", "GupFlags.Write | GupFlags.Get")]
    [InlineData("GupFlags.LongTerm", "GupFlags.None")]
    [InlineData("a ? GupFlags.LongTerm : GupFlags.Get", "a ? GupFlags.None : GupFlags.Get")]
    public Task DropsTheFlag(string flags, string rest) => VerifyAsync(
        $$"""
        using Devmap;
        class C
        {
            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a) => space.PinUserPages(vma, 0, 1, {|DVM1002:{{flags}}|}, pages);
        }
        """,
        $$"""
        using Devmap;
        class C
        {
            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a) => space.PinUserPages(vma, 0, 1, {{rest}}, pages);
        }
        """, LongTermPinOfFsDaxFix.DropFlagKey);

    [Fact]
    public Task DropsTheFlagWhereALocalGetsIt() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages)
            {
                var flags = GupFlags.Write | GupFlags.LongTerm;
                return space.PinUserPages(vma, 0, 1, {|DVM1002:flags|}, pages);
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages)
            {
                var flags = GupFlags.Write;
                return space.PinUserPages(vma, 0, 1, flags, pages);
            }
        }
        """, null);

    private static Task VerifyAsync(string marked, string expected, string? key) =>
        RuleFixTest<LongTermPinOfFsDaxFix>.VerifyAsync(marked, expected, key);
}
