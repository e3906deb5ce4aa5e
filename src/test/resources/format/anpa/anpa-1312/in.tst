W1645asian
b a BC-Elmsea--Ferry     11-07 0058
^BC-Elmsea--Ferry, 1st Ld,0058<
^Ferry to return before winter<
^By MARTA QUILL=
^Elmsea Press Writer=
	   ELMSEA (EPA) _ The ferry will be back, Ruth Alder said on
Thursday.<
	   "We waited long," she said.<

	   AP-WF-11-07-24 2350GMT<


