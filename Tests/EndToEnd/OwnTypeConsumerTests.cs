using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>A counted type of the user's own, described with a copy of the attributes in source: the library is not referred to at all.</summary>
public sealed class OwnTypeConsumerTests(PackedPackage package)
{
    private const string Attributes = """
        using System;

        namespace Devmap.Contracts
        {
            internal enum When { Always, True }

            internal sealed class AcquiresRefAttribute : Attribute
            {
                public When When { get; set; }
            }

            internal sealed class ReleasesRefAttribute : Attribute;

            internal sealed class RequiresRefAttribute : Attribute;
        }
        """;

    private const string Code = """
        using Devmap.Contracts;

        public sealed class Block
        {
            private int _count;

            [AcquiresRef] public Block() => _count = 1;
            [AcquiresRef] public void AddRef() => _count++;
            [AcquiresRef(When = When.True)] public bool TryAddRef() => _count > 0 && ++_count > 0;
            [ReleasesRef] public void Release() => _count--;
            [RequiresRef] public int Read() => _count;
        }

        public static class Uses
        {
            public static int Leak(bool early)
            {
                var block = new Block(); // DVM2001: early
                if (early)
                {
                    return 0;
                }

                int read = block.Read();
                block.Release();
                return read;
            }

            public static void Twice()
            {
                var block = new Block();
                block.Release();
                block.Release(); // DVM2002: once was enough
            }

            public static int Late()
            {
                var block = new Block();
                block.Release();
                return block.Read(); // DVM2003: too late
            }

            public static void Unchecked(Block block)
            {
                block.TryAddRef(); // DVM2005: perhaps not
                block.Read();
                block.Release();
            }

            public static int Right(Block block)
            {
                if (!block.TryAddRef())
                {
                    return -1;
                }

                try
                {
                    return block.Read();
                }
                finally
                {
                    block.Release();
                }
            }
        }
        """;

    [Fact]
    public async Task Is_watched_by_every_rule_that_speaks_of_counts()
    {
        ConsumerProject consumer = package.CreateConsumer("OwnType", referenceMetadata: "ExcludeAssets=\"compile;runtime\"")
            .Write("Attributes.cs", Attributes)
            .Write("Block.cs", Code);

        BuildResult build = (await consumer.BuildAsync()).EnsureSuccess();

        Assert.Equal(
            Mark.Describe(Mark.ReadText("Block.cs", Code)),
            Mark.Describe(build.Ours.Select(diagnostic => diagnostic.Place)));
    }
}
