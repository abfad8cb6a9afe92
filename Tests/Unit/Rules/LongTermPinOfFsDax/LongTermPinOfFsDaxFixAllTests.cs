using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LongTermPinOfFsDax;

public sealed class LongTermPinOfFsDaxFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<LongTermPinOfFsDaxFix>.VerifyAsync(
        (
            """
            using Devmap;
            class C
            {
                private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
                {
                    if (a) return space.GetUserPages(vma, 0, 1, {|DVM1002:GupFlags.LongTerm|}, pages);
                    return space.PinUserPages(vma, 0, 1, {|DVM1002:GupFlags.Write | GupFlags.LongTerm|} /* for ever */, pages);
                }
            }
            """,
            """
            using Devmap;
            class C
            {
                private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
                {
                    if (a) return space.GetUserPages(vma, 0, 1, GupFlags.None, pages);
                    return space.PinUserPages(vma, 0, 1, GupFlags.Write /* for ever */, pages);
                }
            }
            """),
        (
            """
            using Devmap;
            class D
            {
                private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
                {
                    if (a) return space.GetUserPages(vma, 0, 1, {|DVM1002:GupFlags.LongTerm|}, pages);
                    return space.PinUserPages(vma, 0, 1, {|DVM1002:GupFlags.Write | GupFlags.LongTerm|} /* for ever */, pages);
                }
            }
            """,
            """
            using Devmap;
            class D
            {
                private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
                {
                    if (a) return space.GetUserPages(vma, 0, 1, GupFlags.None, pages);
                    return space.PinUserPages(vma, 0, 1, GupFlags.Write /* for ever */, pages);
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<LongTermPinOfFsDaxFix>.VerifyAsync(
        """
        using Devmap;
        class C
        {
            private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
            {
                if (a) return space.GetUserPages(vma, 0, 1, {|DVM1002:GupFlags.LongTerm|}, pages);
                return space.PinUserPages(vma, 0, 1, {|DVM1002:GupFlags.Write | GupFlags.LongTerm|} /* for ever */, pages);
            }
        }

        """.ReplaceLineEndings("\r\n"),
        """
        using Devmap;
        class C
        {
            private int M(AddressSpace space, [Devmap.Contracts.HasTrait("fs-dax")] Vma vma, Page[] pages, bool a)
            {
                if (a) return space.GetUserPages(vma, 0, 1, GupFlags.None, pages);
                return space.PinUserPages(vma, 0, 1, GupFlags.Write /* for ever */, pages);
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
