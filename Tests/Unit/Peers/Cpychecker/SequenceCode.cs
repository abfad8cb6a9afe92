using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;

namespace Devmap.Tests.Unit.Peers.Cpychecker;

/// <summary>A sequence with the three manners of handing elements over that C extensions of Python live with: new, borrowed and stolen.</summary>
internal static class SequenceCode
{
    private const string Library = """

        [TrustedContract]
        public sealed class Sequence
        {
            [AcquiresRef] public Sequence(int length) { }
            [return: AcquiresRef(When = When.NotNull)] public static Sequence Create(int length) => null;
            [ReleasesRef] public void Put() { }
            [RequiresRef] public int Length => 0;
            [return: BorrowedRef] public Item At(int index) => null;
            [return: AcquiresRef(When = When.NotNull)] public Item Fetch(int index) => null;
            public void Set(int index, [ReleasesRef] Item item) { }
            public bool TrySet(int index, [ReleasesRef(When = When.True)] Item item) => false;
            public bool Append([BorrowedRef] Item item) => false;
        }

        """;

    public static Task VerifyAsync(string members) => CountedCode.VerifyAsync(Library + "public class C {\n" + members + "\n}");
}
