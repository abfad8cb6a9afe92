using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingReference;

public sealed class MissingReferenceFixTests
{
    private const string World = """

        [TrustedContract] public sealed class Box
        {
            [AcquiresRef] public void Get() { }
            [AcquiresRef(When = When.True)] public bool TryGet() => false;
            [ReleasesRef] public void Put() { }
            [RequiresRef] public int Read() => 0;
            [return: UncountedRef] public static Box Peek() => null!;
        }
        [TrustedContract] public static class Native
        {
            public static void Use([RequiresRef(Held = true)] Box box) { }
        }
        """;

    /// <summary>Nothing keeps a bare pointer: it is taken only if it is still to be had.</summary>
    [Fact]
    public Task Bare_pointer() => RuleFixTest<MissingReferenceFix>.VerifyAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public void M()
            {
                var box = Box.Peek();
                {|DVM2009:box.Read()|}; // look
            }
        }
        """ + World,
        """
        using Devmap.Contracts;
        public class C
        {
            public void M()
            {
                var box = Box.Peek();
                if (!box.TryGet())
                {
                    return;
                }

                try
                {
                    box.Read(); // look
                }
                finally
                {
                    box.Put();
                }
            }
        }
        """ + World);

    /// <summary>What was lent is alive, so that taking it cannot fail.</summary>
    [Fact]
    public Task Held() => RuleFixTest<MissingReferenceFix>.VerifyAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public void M(Box box, Box other)
            {
                Native.Use({|DVM2009:box|});
                Native.Use({|DVM2009:other|});
            }
        }
        """ + World,
        """
        using Devmap.Contracts;
        public class C
        {
            public void M(Box box, Box other)
            {
                box.Get();

                try
                {
                    Native.Use(box);
                }
                finally
                {
                    box.Put();
                }

                other.Get();

                try
                {
                    Native.Use(other);
                }
                finally
                {
                    other.Put();
                }
            }
        }
        """ + World);

    /// <summary>There is nothing to take a reference with where the object has no name.</summary>
    [Fact]
    public Task Without_a_name() => RuleFixTest<MissingReferenceFix>.VerifyNoFixAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public void M() => {|DVM2009:Box.Peek().Read()|};
        }
        """ + World);
}
