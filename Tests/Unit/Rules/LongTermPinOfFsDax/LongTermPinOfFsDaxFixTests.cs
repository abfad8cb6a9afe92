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

    [Fact]
    public Task RefusesTheMemory() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            private const GupFlags Flags = GupFlags.Write | GupFlags.LongTerm;

            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages)
            {
                // pin it
                return space.PinUserPages(vma, 0, 1, {|DVM1002:Flags|}, pages);
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            private const GupFlags Flags = GupFlags.Write | GupFlags.LongTerm;

            public int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages)
            {
                // pin it
                if (vma.IsFsDax)
                {
                    return -(int)Errno.EOPNOTSUPP;
                }

                return space.PinUserPages(vma, 0, 1, Flags, pages);
            }
        }
        """, null);

    [Fact]
    public Task RefusesAsASecondChoice() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            public bool M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages) =>
                space.PinUserPages(vma, 0, 1, {|DVM1002:GupFlags.LongTerm|}, pages) > 0;
        }
        """,
        """
        using Devmap;
        class C
        {
            public bool M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages)
            {
                if (vma.IsFsDax)
                {
                    return false;
                }

                return space.PinUserPages(vma, 0, 1, GupFlags.LongTerm, pages) > 0;
            }
        }
        """, LongTermPinOfFsDaxFix.RefuseKey);

    private static Task VerifyAsync(string marked, string expected, string? key) =>
        RuleFixTest<LongTermPinOfFsDaxFix>.VerifyAsync(marked, expected, key);
}
