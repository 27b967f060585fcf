using NewsNlp.Training.Data;

namespace NewsNlp.Training.Tests.Coreference;

/// <summary>A small invented treebank and its coreference, as files.</summary>
internal sealed class TinyCoreference : IDisposable
{
    private const string Rows =
        """
        # newdoc id = tiny_one
        # text = The mayor, Ines Okoro, left.
        1	The	the	DET	DT	_	2	det	_	_
        2	mayor	mayor	NOUN	NN	_	7	nsubj	_	SpaceAfter=No
        3	,	,	PUNCT	,	_	4	punct	_	_
        4	Ines	Ines	PROPN	NNP	_	2	appos	_	_
        5	Okoro	Okoro	PROPN	NNP	_	4	flat	_	SpaceAfter=No
        6	,	,	PUNCT	,	_	4	punct	_	_
        7	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	7	punct	_	_

        # text = She didn't wait.
        1	She	she	PRON	PRP	_	4	nsubj	_	_
        2-3	didn't	_	_	_	_	_	_	_	_
        2	did	do	AUX	VBD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_


        """;

    private const string Columns =
        """
        # begin document tiny_one
        0	The	(1
        1	mayor	_
        2	,	_
        3	Ines	_
        4	Okoro	1)
        5	,	_
        6	left	_
        7	.	_
        8	She	(1)
        9	did	_
        10	n't	_
        11	wait	_
        12	.	_
        # end document

        """;

    public TinyCoreference()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Treebank, Rows);
        File.WriteAllText(Mentions, Columns);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public string Treebank => Path.Combine(Folder, "tiny.conllu");

    public string Mentions => Path.Combine(Folder, "tiny.conll");

    public GoldDocument Document => Assert.Single(ConlluReader.Read(Treebank));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
