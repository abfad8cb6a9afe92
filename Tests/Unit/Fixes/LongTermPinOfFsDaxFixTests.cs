using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class LongTermPinOfFsDaxFixTests
{
    [Fact]
    public Task RefusesTheMemory() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            int M(AddressSpace space, Vma vma, Page[] pages, GupFlags flags)
            {
                // pin it
                return space.PinUserPages(vma, 0, 1, [|flags|], pages);
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(AddressSpace space, Vma vma, Page[] pages, GupFlags flags)
            {
                // pin it
                if (vma.IsFsDax)
                {
                    return -(int)Errno.EOPNOTSUPP;
                }
                return space.PinUserPages(vma, 0, 1, flags, pages);
            }
        }
        """, null);

    [Fact]
    public async Task OffersToDropFirst() => Assert.Equal(
        ["Drop GupFlags.LongTerm", "Refuse 'vma' when IsFsDax is true"],
        await ScriptedFix.TitlesAsync<LongTermPinOfFsDaxFix>(
            """
            using Devmap;
            class C
            {
                void M(AddressSpace space, Vma vma, Page[] pages) => space.PinUserPages(vma, 0, 1, [|GupFlags.LongTerm|], pages);
            }
            """, Properties));

    private static (string, string)[] Properties { get; } =
    [
        (DiagnosticProperties.Object, "vma"), (DiagnosticProperties.TraitTest, "IsFsDax"), (DiagnosticProperties.RejectedFlag, "GupFlags.LongTerm"),
    ];

    private static Task VerifyAsync(string marked, string expected, string? key) =>
        ScriptedFix.VerifyAsync<LongTermPinOfFsDaxFix>(marked, expected, key, Properties);
}
